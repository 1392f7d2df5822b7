package dev.farcall.servlet;

import dev.farcall.call.Endpoint;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The start of a servlet, from its init-params to what answers requests. What it opens on the way
 * is not its own to close.
 */
final class Startup {

  private static final Logger LOG = System.getLogger("dev.farcall.servlet");

  private final ServletConfig config;
  private final Opened opened;
  private final Map<String, String> params;
  private final Problems problems = new Problems();
  private final WebappClasses classes = WebappClasses.ofThread(problems);
  private final ServletSettings settings;
  private final Codec codec;

  /** Reads the settings, and opens nothing yet. */
  Startup(ServletConfig config, Opened opened) {
    this.config = config;
    this.opened = opened;
    params = params(config);
    settings = ServletSettings.read(params, problems);
    codec = Codec.of(settings.limits(), settings.server().reading());
  }

  /**
   * Opens what is needed, and puts it together.
   *
   * @throws ServletException if anything is wrong with the init-params; the message has all of it
   */
  HttpService start() throws ServletException {
    Spool spool = Spool.of(settings.spool());
    spool.problem().ifPresent(problems::add);
    Watch watch = Watch.of(settings, config, problems);
    // Before all others, so that it tells of the end when that has come.
    opened.add("the watch", () -> watch.become(ServletState.STOPPED));
    XmlRpcServer server = server(watch);
    Endpoint keyed = idempotency(server).around(server);
    if (!problems.isEmpty()) {
      throw failed();
    }
    LOG.log(Level.INFO, () -> greeting(server));
    HttpService service = service(new Rooms(spool, settings.load()), keyed, server, watch);
    watch.become(ServletState.READY);
    return service;
  }

  private XmlRpcServer server(Watch watch) throws ServletException {
    XmlRpcServer.Builder builder = XmlRpcServer.builder();
    watch.addTo(builder);
    settings.server().applyTo(builder, settings.limits().maxDepth());
    builder.handlerFactory(
        HandlerFactories.of(settings.server().handlerFactory(), classes, config, opened));
    NamedInterceptors.of(settings.server().interceptors(), classes, config, opened).addTo(builder);
    new Declarations(params, classes).addTo(builder);
    try {
      XmlRpcServer server = builder.build();
      opened.add("the server", server);
      return server;
    } catch (DeclarationException e) {
      problems.addAll(e.problems());
      throw failed();
    }
  }

  private Idempotency idempotency(XmlRpcServer server) {
    Idempotency idempotency = Idempotency.of(settings, codec, server.methods(), classes, config);
    opened.add("the store of idempotency keys", idempotency.store());
    return idempotency;
  }

  // From the inside out, so what is last here sees a request first.
  private HttpService service(Rooms rooms, Endpoint keyed, XmlRpcServer server, Watch watch) {
    Replies replies = new Replies(codec, Incidents.of(LOG), settings.http(), System::nanoTime);
    RequestBodies bodies =
        new RequestBodies(
            codec, settings, new BodyWaits(settings.load(), System::nanoTime), System::nanoTime);
    HttpService calls = new CallService(settings, rooms, bodies, keyed, Login.of(server), replies);
    Draining draining = new Draining(settings.load(), watch, bodies, replies, calls);
    opened.add("the draining", draining);
    draining.offerTo(config);
    return pages(replies, draining);
  }

  private HttpService pages(Replies replies, HttpService calls) {
    HttpSettings http = settings.http();
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

  private ServletException failed() {
    return problems.toException("servlet", config.getServletName());
  }

  private String greeting(XmlRpcServer server) {
    List<MethodInfo> methods = server.methods();
    long restricted = methods.stream().filter(method -> !method.access().isForAnyone()).count();
    return ("servlet \"%s\" answers %d methods; %d need a role, and anyone may call the others that no"
            + " security-constraint of web.xml protects")
        .formatted(config.getServletName(), methods.size(), restricted);
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
