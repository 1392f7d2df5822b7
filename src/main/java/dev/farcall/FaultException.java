package dev.farcall;

/**
 * A fault: thrown by a handler to answer with exactly this code and text, and thrown to a caller
 * when that is what the server answered.
 */
public final class FaultException extends XmlRpcException {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Struct members;

  /**
   * A fault of the application.
   *
   * @param code any number outside {@code -32768} to {@code -32000}, which the interoperability
   *     document for fault codes reserves for the protocol
   * @param faultString what the caller is told; it leaves the server as it is
   * @throws IllegalArgumentException if the code is reserved
   */
  public FaultException(int code, String faultString) {
    this(applicationCode(code), faultString, members(code, faultString));
  }

  private FaultException(int code, String faultString, Struct members) {
    super(faultString, null);
    this.code = code;
    this.members = members;
  }

  /**
   * A fault of the protocol, for those who implement endpoints and interceptors. Handlers have no
   * need of it.
   */
  public static FaultException of(FaultCode code, String faultString) {
    return new FaultException(code.code(), faultString, members(code.code(), faultString));
  }

  /**
   * A fault as it was received, whatever its code.
   *
   * @param members the whole struct of the fault, with members the specification does not know
   */
  public static FaultException received(int code, String faultString, Struct members) {
    return new FaultException(code, faultString, members);
  }

  /** The {@code faultCode}. */
  public int code() {
    return code;
  }

  /** The {@code faultString}; the same as {@link #getMessage()}. */
  public String faultString() {
    return String.valueOf(getMessage());
  }

  /**
   * The fault's struct as it was received, for peers that send more than the two members of the
   * specification or a code that is not a number. Not to be changed.
   */
  public Struct members() {
    // An exception that went through Java serialization has lost the struct.
    return members != null ? members : members(code, faultString());
  }

  private static int applicationCode(int code) {
    if (FaultCode.isReserved(code)) {
      throw new IllegalArgumentException(
          "fault code " + code + " is reserved for the protocol (-32768 to -32000); use another");
    }
    return code;
  }

  private static Struct members(int code, String faultString) {
    return new Struct().with("faultCode", code).with("faultString", faultString);
  }
}
