package dev.farcall.client;

import dev.farcall.testkit.Reply;

/** What servers answer in tests. */
final class Replies {

  static final String SEVEN =
      "<methodResponse><params><param><value><int>7</int></value></param></params>"
          + "</methodResponse>";

  private Replies() {}

  static Reply seven() {
    return Reply.xml(SEVEN);
  }

  static Reply redirect(int status, Object location) {
    return Reply.status(status).header("Location", location.toString());
  }
}
