package dev.farcall.examples;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.XmlRpcMethod;
import dev.farcall.XmlRpcStruct;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The validator1 suite: eight methods that exercise every type of the protocol, as the page
 * validator1Docs of xmlrpc.com defines them. Safe for use by many threads.
 */
public final class Validator1 {

  /** For the servlet, which makes one. */
  public Validator1() {}

  /**
   * Adds up one member over an array of structs.
   *
   * @param array of structs, each with at least the int members moe, larry and curly
   * @return the sum of all members named curly
   */
  @XmlRpcMethod(idempotent = true)
  public int arrayOfStructsTest(List<Stooges> array) {
    return array.stream().mapToInt(Stooges::curly).sum();
  }

  /**
   * Counts the characters that XML has to escape.
   *
   * @param text any string
   * @return how often each of the five occurs in it
   */
  @XmlRpcMethod(idempotent = true)
  public Entities countTheEntities(String text) {
    return new Entities(
        count(text, '<'), count(text, '>'), count(text, '&'), count(text, '\''), count(text, '"'));
  }

  /**
   * Adds up three members of a struct.
   *
   * @param struct with the int members moe, larry and curly, and perhaps others
   * @return the sum of the three
   */
  @XmlRpcMethod(idempotent = true)
  public int easyStructTest(Stooges struct) {
    return struct.sum();
  }

  /**
   * Answers with the struct it was given.
   *
   * @param struct with any members
   * @return the same struct
   */
  @XmlRpcMethod(idempotent = true)
  public Map<String, @Nullable Object> echoStructTest(Map<String, @Nullable Object> struct) {
    return struct;
  }

  /**
   * Answers with an array of what it was given.
   *
   * @param number a whole number
   * @param flag true or false
   * @param text a string
   * @param real a double
   * @param dateTime a date and time
   * @param data some bytes
   * @return the six, in order, with their types
   */
  @XmlRpcMethod(idempotent = true)
  public List<Object> manyTypesTest(
      int number, boolean flag, String text, double real, DateTime dateTime, Binary data) {
    return List.of(number, flag, text, real, dateTime, data);
  }

  /**
   * Joins the ends of an array.
   *
   * @param array of 100 to 200 strings
   * @return the first and the last string, one behind the other
   */
  @XmlRpcMethod(idempotent = true)
  public String moderateSizeArrayCheck(List<String> array) {
    return array.get(0) + array.get(array.size() - 1);
  }

  /**
   * Finds one day in a calendar.
   *
   * @param calendar structs of days by month by year, the names of digits
   * @return the sum of moe, larry and curly on the first of April 2000
   */
  @XmlRpcMethod(idempotent = true)
  public int nestedStructTest(Map<String, Map<String, Map<String, Day>>> calendar) {
    Day day =
        calendar
            .getOrDefault("2000", Map.of())
            .getOrDefault("04", Map.of())
            .getOrDefault("01", new Day(0, 0, 0));
    return day.sum();
  }

  /**
   * Multiplies a number by powers of ten.
   *
   * @param number a whole number
   * @return the products
   */
  @XmlRpcMethod(idempotent = true)
  public Products simpleStructReturnTest(int number) {
    return new Products(number * 10, number * 100, number * 1000);
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }

  /**
   * Three numbers.
   *
   * @param moe the first
   * @param larry the second
   * @param curly the third
   */
  public record Stooges(int moe, int larry, int curly) {
    int sum() {
      return moe + larry + curly;
    }
  }

  /**
   * A day of the calendar; most have no numbers.
   *
   * @param moe the first, 0 if there is none
   * @param larry the second, 0 if there is none
   * @param curly the third, 0 if there is none
   */
  @XmlRpcStruct(optional = true)
  public record Day(int moe, int larry, int curly) {
    int sum() {
      return moe + larry + curly;
    }
  }

  /**
   * How often each character occurs.
   *
   * @param ctLeftAngleBrackets the count of {@code <}
   * @param ctRightAngleBrackets the count of {@code >}
   * @param ctAmpersands the count of {@code &}
   * @param ctApostrophes the count of {@code '}
   * @param ctQuotes the count of {@code "}
   */
  public record Entities(
      int ctLeftAngleBrackets,
      int ctRightAngleBrackets,
      int ctAmpersands,
      int ctApostrophes,
      int ctQuotes) {}

  /**
   * A number times ten, times a hundred, times a thousand.
   *
   * @param times10 ten times the number
   * @param times100 a hundred times the number
   * @param times1000 a thousand times the number
   */
  public record Products(int times10, int times100, int times1000) {}
}
