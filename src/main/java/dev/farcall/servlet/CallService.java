package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.PrintableText;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.ReplyStream.Compression;
import dev.farcall.servlet.Shares.Place;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.ReceivedCall;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;

/** From a request to its answer: the rules of HTTP, the body, the call, the reply. */
final class CallService implements HttpService {

  private static final int LONGEST_NAME = 128;

  /** The attribute of a request that has the name of the method, once the call is started. */
  static final String METHOD = "dev.farcall.method";

  private final HttpRule rules;
  private final Rooms rooms;
  private final RequestBodies bodies;
  private final Endpoint endpoint;
  private final Login login;
  private final Shares running;
  private final Replies replies;
  private final int gzipThresholdBytes;
  private final RequestContext context;
  private final Dialect plain;
  private final Dialect apache;

  CallService(
      ServletSettings settings,
      Rooms rooms,
      RequestBodies bodies,
      Endpoint endpoint,
      Login login,
      Replies replies) {
    this.rules = HttpRules.ofCalls(settings.http());
    this.rooms = rooms;
    this.bodies = bodies;
    this.endpoint = endpoint;
    this.login = login;
    this.running =
        new Shares(settings.load().maxConcurrentCalls(), settings.load().maxCallsPerCaller());
    this.replies = replies;
    this.gzipThresholdBytes = settings.http().gzipThresholdBytes();
    this.context =
        new RequestContext(
            Duration.ofSeconds(settings.server().maxCallSeconds()), InstantSource.system());
    this.plain = settings.reply().plain();
    this.apache = settings.reply().apache();
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) {
    Refusal refusal = rules.refusal(request);
    // The room until the answer is out: what was sent may be the answer.
    try (RequestBody body = bodies.of(request);
        Room room = rooms.open(() -> Callers.of(request))) {
      if (refusal == null) {
        read(request, body, room, response);
      } else {
        refuse(refusal, request, body, response);
      }
    }
  }

  private void refuse(
      Refusal refusal, HttpServletRequest request, RequestBody body, HttpServletResponse response) {
    replies.refuse(refusal, response);
    // Who asks whether to send the body is told by the refusal not to.
    if (request.getHeader("Expect") == null) {
      body.drain();
    }
  }

  private void read(
      HttpServletRequest request, RequestBody body, Room room, HttpServletResponse response) {
    Instant arrival = context.now();
    ReceivedCall received;
    try {
      if (isOneTooMany(request)) {
        refuse(Refusals.TOO_MANY_CALLS, request, body, response);
        return;
      }
      received = body.read(room);
    } catch (WireException e) {
      // Others may need the room before all of this is through.
      room.close();
      answerUnreadable(e, response);
      body.drain();
      return;
    } catch (IOException e) {
      room.close();
      // A body that breaks has a page of Tomcat's for an answer, which would show where.
      request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
      replies.refuse(Refusals.of(e), response);
      if (!(e instanceof SlowBodyException)) {
        body.drain();
      }
      return;
    } catch (RuntimeException | Error e) {
      // What is left unread is the container's: its stream may be what failed.
      replies.fail(e, "reading a call", response);
      return;
    }
    CountedResponse.entryOf(response).called(received.call().methodName());
    if (!isTurnedAway(received.call().methodName(), request, response)) {
      try {
        answer(received, context.of(request, arrival), request, response);
      } catch (RefusedCallException e) {
        replies.refuse(e.refusal(), response);
      }
    }
  }

  /** Asked before anything is read: what costs least is to cost least when there is most to do. */
  private boolean isOneTooMany(HttpServletRequest request) {
    return !running.hasPlace()
        || (login.isOver(request) && !running.hasPlaceFor(Callers.of(request)));
  }

  /** Whether the caller has to log in first, and has been told. */
  private boolean isTurnedAway(
      String method, HttpServletRequest request, HttpServletResponse response) {
    try {
      return login.turnsAway(method, request, response);
    } catch (IOException | RuntimeException e) {
      replies.fail(e, "a login", response);
      return true;
    }
  }

  private void answerUnreadable(WireException e, HttpServletResponse response) {
    if (e.code() == FaultCode.INTERNAL_ERROR) {
      // Not the caller's mistake: there is no room for what was sent.
      replies.fail(e, "reading a call", response);
      return;
    }
    Fault fault = Fault.of(e.code(), String.valueOf(e.getMessage()));
    replies.send(Replies.plain(MethodResponse.of(fault), "an unreadable call"), response);
  }

  private void answer(
      ReceivedCall received,
      CallContext caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    // Until the answer is out: who does not take it holds a thread, too.
    try (Place place = running.take(Callers.of(request))) {
      if (place == null) {
        replies.refuse(Refusals.TOO_MANY_CALLS, response);
        return;
      }
      String name = received.call().methodName();
      request.setAttribute(METHOD, name);
      send(name, received, endpoint.call(received.call(), caller), request, response);
    }
  }

  private void send(
      String name,
      ReceivedCall received,
      MethodResponse answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    replies.send(
        new Reply(
            answer,
            received.apacheExtensions() ? apache : plain,
            compression(request),
            "a call of " + PrintableText.of(name, LONGEST_NAME),
            Reply.Parts.of(name)),
        response);
  }

  private Compression compression(HttpServletRequest request) {
    boolean accepted =
        AcceptEncoding.allowsGzip(Collections.list(request.getHeaders("Accept-Encoding")));
    return accepted ? size -> size >= gzipThresholdBytes : Compression.NONE;
  }
}
