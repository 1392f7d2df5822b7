package dev.farcall.wire;

import dev.farcall.model.MethodCall;

/**
 * A call as it was read, with what the document tells about its sender.
 *
 * @param call the call
 * @param apacheExtensions whether the document declares the namespace of Apache's extensions, as
 *     Apache's client does in every call when its extensions are on, so that the answer may use
 *     them
 */
public record ReceivedCall(MethodCall call, boolean apacheExtensions) {}
