package dev.farcall.client;

/**
 * A specification that a server follows.
 *
 * @param specUrl where it can be read; empty when the server does not tell
 * @param specVersion its version; 0 when the server does not tell, or tells it in words
 */
public record Capability(String specUrl, int specVersion) {}
