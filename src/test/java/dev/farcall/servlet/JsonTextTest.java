package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonTextTest {

  @Test
  void objectWithoutMembersIsEmpty() {
    assertEquals("{}", JsonText.of(json -> {}));
  }

  @Test
  void membersHaveCommasBetweenThem() {
    assertEquals(
        "{\"a\":\"x\",\"b\":1,\"c\":true,\"d\":0.5}",
        JsonText.of(
            json -> json.member("a", "x").member("b", 1).member("c", true).member("d", .5)));
  }

  @Test
  void arraysHaveObjects() {
    assertEquals(
        "{\"none\":[],\"two\":[{\"v\":1},{\"v\":2}],\"end\":0}",
        JsonText.of(
            json ->
                json.member("none", List.<Long>of(), (each, item) -> each.member("v", item))
                    .member("two", List.of(1L, 2L), (each, item) -> each.member("v", item))
                    .member("end", 0)));
  }

  @Test
  void textIsEscaped() {
    String odd = "\"\\/</script>\u0000\b\t\n\u001f\u007f\u00e9\u2028\ud83d\ude00\ud83d";
    String json = JsonText.of(members -> members.member(odd, odd));
    String escaped =
        "\\\"\\\\/</script>\\u0000\\u0008\\u0009\\u000a\\u001f\\u007f\\u00e9\\u2028\\ud83d\\ude00\\ud83d";
    assertEquals("{\"" + escaped + "\":\"" + escaped + "\"}", json);
    assertEquals(odd, JsonParser.parseString(json).getAsJsonObject().get(odd).getAsString());
  }

  @Test
  void whatIsNoNumberIsNull() {
    assertEquals(
        "{\"a\":null,\"b\":null,\"c\":1.0E-4}",
        JsonText.of(
            json ->
                json.member("a", Double.NaN)
                    .member("b", Double.POSITIVE_INFINITY)
                    .member("c", 0.0001)));
  }
}
