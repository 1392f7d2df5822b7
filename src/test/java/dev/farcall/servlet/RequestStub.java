package dev.farcall.servlet;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes requests of which only the head matters: a POST over http from and to loopback. */
final class RequestStub {

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private String method = "POST";
  private String protocol = "HTTP/1.1";
  private @Nullable String remoteAddress = "127.0.0.1";
  private String localAddress = "127.0.0.1";
  private boolean secure;
  private long length = 10;

  RequestStub header(String name, String value) {
    headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    return this;
  }

  RequestStub method(String method) {
    this.method = method;
    return this;
  }

  RequestStub protocol(String protocol) {
    this.protocol = protocol;
    return this;
  }

  RequestStub from(@Nullable String remoteAddress) {
    this.remoteAddress = remoteAddress;
    return this;
  }

  RequestStub to(String localAddress) {
    this.localAddress = localAddress;
    return this;
  }

  RequestStub https() {
    this.secure = true;
    return this;
  }

  RequestStub length(long length) {
    this.length = length;
    return this;
  }

  HttpServletRequest build() {
    HttpServletRequest request = mock(HttpServletRequest.class);
    lenient().when(request.getMethod()).thenReturn(method);
    lenient().when(request.getProtocol()).thenReturn(protocol);
    lenient().when(request.getServerName()).thenReturn("from.the.request.line");
    lenient().when(request.getRemoteAddr()).thenReturn(remoteAddress);
    lenient().when(request.getLocalAddr()).thenReturn(localAddress);
    lenient().when(request.isSecure()).thenReturn(secure);
    lenient().when(request.getContentLengthLong()).thenReturn(length);
    lenient()
        .when(request.getHeader(anyString()))
        .then(call -> values(call.getArgument(0)).stream().findFirst().orElse(null));
    lenient()
        .when(request.getHeaders(anyString()))
        .then(call -> Collections.enumeration(values(call.getArgument(0))));
    return request;
  }

  private List<String> values(String name) {
    return headers.getOrDefault(name, List.of());
  }
}
