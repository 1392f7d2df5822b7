package dev.farcall.wire;

/**
 * How much a document may hold. A document beyond one of these is refused with fault {@code
 * -32002}, which names the setting: the component's name in kebab-case, as {@code max-depth}.
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

  /** These with another limit for bytes of a document. */
  public WireLimits withMaxDocumentBytes(long maxDocumentBytes) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for levels. */
  public WireLimits withMaxDepth(int maxDepth) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for values in a document. */
  public WireLimits withMaxValues(int maxValues) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for members of a struct. */
  public WireLimits withMaxMembers(int maxMembers) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for parameters of a call. */
  public WireLimits withMaxParams(int maxParams) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for characters of a method's name. */
  public WireLimits withMaxMethodNameChars(int maxMethodNameChars) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for characters of a member's name. */
  public WireLimits withMaxMemberNameChars(int maxMemberNameChars) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for attributes of an element. */
  public WireLimits withMaxAttributes(int maxAttributes) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }

  /** These with another limit for characters of an attribute. */
  public WireLimits withMaxAttributeChars(int maxAttributeChars) {
    return new WireLimits(
        maxDocumentBytes,
        maxDepth,
        maxValues,
        maxMembers,
        maxParams,
        maxMethodNameChars,
        maxMemberNameChars,
        maxAttributes,
        maxAttributeChars);
  }
}
