/**
 * Other people's clients, unchanged, against the web application as it is shipped: Python's, Apache
 * XML-RPC's and the JDK's, and attackers; and our client against other people's servers. Sockets
 * and processes are real.
 */
@NullMarked
package dev.farcall.interop;

import org.jspecify.annotations.NullMarked;
