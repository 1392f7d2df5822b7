package dev.farcall.wire;

/** Where in the envelope of a document a reader is: inside of which element. */
enum Place {
  DOCUMENT("the document"),
  CALL("methodCall"),
  RESPONSE("methodResponse"),
  FAULT("fault"),
  DONE("the document");

  private final String element;

  Place(String element) {
    this.element = element;
  }

  /** The name of the element. */
  String element() {
    return element;
  }
}
