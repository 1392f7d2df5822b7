package dev.farcall.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.jetty.ee10.servlet.security.ConstraintMapping;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.util.security.Credential;

/** What a login-config with BASIC, and a realm of users, makes of a Jetty. */
public final class BasicLogin {

  private final UserStore users = new UserStore();
  private final ConstraintSecurityHandler handler = new ConstraintSecurityHandler();

  private BasicLogin() {}

  /** A realm without users, and no constraint. */
  public static BasicLogin create() {
    return new BasicLogin();
  }

  /** Adds a user, with the name as the password. */
  public BasicLogin user(String name, String... roles) {
    users.addUser(name, Credential.getCredential(name), roles);
    return this;
  }

  /** Lets nobody reach the servlet who is not authenticated. */
  public BasicLogin constraint() {
    ConstraintMapping mapping = new ConstraintMapping();
    mapping.setPathSpec("/*");
    mapping.setConstraint(Constraint.ANY_USER);
    handler.addConstraintMapping(mapping);
    return this;
  }

  /** What Jetty needs of it. */
  public SecurityHandler handler() {
    HashLoginService realm = new HashLoginService("tests");
    realm.setUserStore(users);
    handler.setLoginService(realm);
    handler.setAuthenticator(new BasicAuthenticator());
    return handler;
  }

  /** The value of the header by which a user logs in. */
  public static String authorization(String name) {
    byte[] pair = (name + ":" + name).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
