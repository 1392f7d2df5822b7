package dev.farcall.wire;

/**
 * How much a document may hold. A document beyond one of these is refused with fault {@code
 * -32002}, which names the setting: the component's name in kebab-case, as {@code max-depth}.
 *
 * <pre>{@code
 * WireLimits large = WireLimits.defaults().withMaxDocumentBytes(64L << 20).withMaxValues(1_000_000);
 * }</pre>
 *
 * @param maxDocumentBytes bytes of the document once decompressed; 16 MiB (an HTTP status 413 at a
 *     server)
 * @param maxDepth arrays and structs within each other; 64, at most 500
 * @param maxValues values in the document, those inside arrays and structs included; 200,000
 * @param maxMembers members of one struct; 10,000
 * @param maxParams parameters of a call; 1,000
 * @param maxMethodNameChars characters of a method's name; 255
 * @param maxMemberNameChars characters of a member's name; 4,096
 * @param maxAttributes attributes and namespace declarations of one element; 16 (XML-RPC has none)
 * @param maxAttributeChars characters of one attribute; 1,024
 */
public record WireLimits(
    long maxDocumentBytes,
    int maxDepth,
    int maxValues,
    int maxMembers,
    int maxParams,
    int maxMethodNameChars,
    int maxMemberNameChars,
    int maxAttributes,
    int maxAttributeChars) {

  // A stack of the usual 1 MiB overflows somewhere between 1,000 and 2,000.
  private static final int DEEPEST = 500;

  private static final WireLimits DEFAULTS =
      new WireLimits(16L << 20, 64, 200_000, 10_000, 1_000, 255, 4_096, 16, 1_024);

  /**
   * Checks that every limit is positive, and that a document as deep as that can be read.
   *
   * @throws IllegalArgumentException if one is not
   */
  public WireLimits {
    requirePositive("max-document-bytes", maxDocumentBytes);
    requirePositive("max-depth", maxDepth);
    if (maxDepth > DEEPEST) {
      throw new IllegalArgumentException(
          "max-depth is at most " + DEEPEST + ", since each level takes stack, got " + maxDepth);
    }
    requirePositive("max-values", maxValues);
    requirePositive("max-members", maxMembers);
    requirePositive("max-params", maxParams);
    requirePositive("max-method-name-chars", maxMethodNameChars);
    requirePositive("max-member-name-chars", maxMemberNameChars);
    requirePositive("max-attributes", maxAttributes);
    requirePositive("max-attribute-chars", maxAttributeChars);
  }

  private static void requirePositive(String setting, long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(setting + " is at least 1, got " + limit);
    }
  }

  /** The defaults, as the components say. */
  public static WireLimits defaults() {
    return DEFAULTS;
  }

  /** These with another number of bytes of a document. */
  public WireLimits withMaxDocumentBytes(long limit) {
    return new WireLimits(
        limit,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another number of levels of nesting. */
  public WireLimits withMaxDepth(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        limit,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another number of values. */
  public WireLimits withMaxValues(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        limit,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another number of members of a struct. */
  public WireLimits withMaxMembers(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        limit,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another number of parameters. */
  public WireLimits withMaxParams(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        limit,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another number of characters of a method's name. */
  public WireLimits withMaxMethodNameChars(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        limit,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another number of characters of a member's name. */
  public WireLimits withMaxMemberNameChars(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        limit,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another number of attributes of an element. */
  public WireLimits withMaxAttributes(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        limit,
        maxAttributeChars);
  }

  /** These with another number of characters of an attribute. */
  public WireLimits withMaxAttributeChars(int limit) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        limit);
  }
}
