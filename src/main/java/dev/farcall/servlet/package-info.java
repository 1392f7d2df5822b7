/**
 * XML-RPC over HTTP in a servlet container: {@link dev.farcall.servlet.XmlRpcServlet}, its settings
 * read from init-params, and the rules of HTTP that are decided before any XML is read.
 *
 * <p>Named in web.xml. It is the only package that knows {@code jakarta.servlet} and CDI, and it
 * leaves XML to {@code wire} and calls to {@code server}.
 */
@NullMarked
package dev.farcall.servlet;

import org.jspecify.annotations.NullMarked;
