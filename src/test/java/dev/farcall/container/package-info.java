/**
 * The war, unchanged, in the containers that users deploy it in, each in a process of its own: what
 * attackers send, over real sockets, and a long run of calls of which many are hostile.
 */
@NullMarked
package dev.farcall.container;

import org.jspecify.annotations.NullMarked;
