package dev.farcall.servlet;

import dev.farcall.call.Incidents;
import dev.farcall.server.DeclarationException;
import dev.farcall.server.MethodInfo;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.servlet.HttpSettings.AccessLogging;
import dev.farcall.servlet.HttpSettings.Docs;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Spool;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a servlet needs to run, put together from its init-params. */
final class Deployment implements AutoCloseable {

  private static final Logger LOG = System.getLogger("dev.farcall.servlet");

  private final XmlRpcServer server;
  private final Idempotency idempotency;
  private final InitializedHandlers handlers;
  private final NamedInterceptors interceptors;
  private final Draining draining;
  private final HttpService service;
  private final Watch watch;

  private Deployment(
      XmlRpcServer server,
      Idempotency idempotency,
      InitializedHandlers handlers,
      NamedInterceptors interceptors,
      Draining draining,
      HttpService service,
      Watch watch) {
    this.server = server;
    this.idempotency = idempotency;
    this.handlers = handlers;
    this.interceptors = interceptors;
    this.draining = draining;
    this.service = service;
    this.watch = watch;
  }

  /**
   * Starts with what this configuration says.
   *
   * @throws ServletException if anything is wrong with it; the message has all of it, one problem a
   *     line
   */
  static Deployment of(ServletConfig config) throws ServletException {
    Map<String, String> params = params(config);
    Problems problems = new Problems();
    ServletSettings settings = ServletSettings.read(params, problems);
    WebappClasses classes = WebappClasses.ofThread(problems);
    Codec codec = Codec.of(settings.limits(), settings.server().reading());
    Spool spool = Spool.of(settings.spool());
    spool.problem().ifPresent(problems::add);
    InitializedHandlers handlers =
        HandlerFactories.of(settings.server().handlerFactory(), classes, config);
    Watch watch = Watch.of(settings, config, problems);
    NamedInterceptors interceptors =
        NamedInterceptors.of(settings.server().interceptors(), classes, config);
    XmlRpcServer server =
        server(handlers, interceptors, settings, new Declarations(params, classes), classes, watch);
    Idempotency idempotency =
        server == null ? null : Idempotency.of(settings, codec, server.methods(), classes, config);
    if (server == null || idempotency == null || !problems.isEmpty()) {
      close(server, idempotency, handlers, interceptors, watch);
      throw problems.toException("servlet", config.getServletName());
    }
    LOG.log(Level.INFO, () -> greeting(config.getServletName(), server));
    Replies replies = new Replies(codec, Incidents.of(LOG), settings.http(), System::nanoTime);
    RequestBodies bodies =
        new RequestBodies(
            codec, settings, new BodyWaits(settings.load(), System::nanoTime), System::nanoTime);
    HttpService calls =
        new CallService(
            settings,
            new Rooms(spool, settings.load()),
            bodies,
            idempotency.around(server),
            Login.of(server),
            replies);
    Draining draining = new Draining(settings.load(), watch, bodies, replies, calls);
    draining.offerTo(config);
    watch.become(ServletState.READY);
    return new Deployment(
        server,
        idempotency,
        handlers,
        interceptors,
        draining,
        pages(settings.http(), replies, draining, config),
        watch);
  }

  /** Answers a request. */
  void serve(HttpServletRequest request, HttpServletResponse response) {
    service.serve(request, response);
  }

  /** Lets the running calls end, then the handlers. */
  @Override
  public void close() {
    draining.close();
    close(server, idempotency, handlers, interceptors, watch);
  }

  /** The server, or null when there are declarations that are wrong. */
  private static @Nullable XmlRpcServer server(
      InitializedHandlers handlers,
      NamedInterceptors interceptors,
      ServletSettings settings,
      Declarations declarations,
      WebappClasses classes,
      Watch watch) {
    XmlRpcServer.Builder builder = XmlRpcServer.builder();
    watch.addTo(builder);
    settings.server().applyTo(builder, settings.limits().maxDepth());
    builder.handlerFactory(handlers);
    interceptors.addTo(builder);
    declarations.addTo(builder);
    try {
      return builder.build();
    } catch (DeclarationException e) {
      classes.problems().addAll(e.problems());
      return null;
    }
  }

  // From the inside out, so what is last here sees a request first.
  private static HttpService pages(
      HttpSettings http, Replies replies, HttpService calls, ServletConfig config) {
    HttpService service = calls;
    if (!http.allowedOrigins().isEmpty()) {
      service = new CrossOrigin(http, replies, service);
    }
    if (http.docs() == Docs.ON) {
      service = new DocsPage(http, replies, service);
    }
    Optional<String> endpoint = RootRedirect.endpoint(config);
    if (endpoint.isPresent()) {
      service = new RootRedirect(endpoint.get(), http, replies, service);
    }
    return http.accessLog() == AccessLogging.ON
        ? new AccessLog(System::nanoTime, service)
        : service;
  }

  private static void close(
      @Nullable XmlRpcServer server,
      @Nullable Idempotency idempotency,
      InitializedHandlers handlers,
      NamedInterceptors interceptors,
      Watch watch) {
    if (server != null) {
      server.close();
    }
    if (idempotency != null) {
      idempotency.close();
    }
    handlers.close();
    interceptors.close();
    watch.become(ServletState.STOPPED);
  }

  private static String greeting(String servletName, XmlRpcServer server) {
    List<MethodInfo> methods = server.methods();
    long restricted = methods.stream().filter(method -> !method.access().isForAnyone()).count();
    return ("servlet \"%s\" answers %d methods; %d need a role, and anyone may call the others that no"
            + " security-constraint of web.xml protects")
        .formatted(servletName, methods.size(), restricted);
  }

  private static Map<String, String> params(ServletConfig config) {
    // In order of names, so that reports are the same every time.
    Map<String, String> params = new TreeMap<>();
    for (String name : Collections.list(config.getInitParameterNames())) {
      params.put(name, config.getInitParameter(name));
    }
    return params;
  }
}
