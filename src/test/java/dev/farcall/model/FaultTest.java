package dev.farcall.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultTest {

  @Test
  void aFaultHasTheTwoMembersOfTheSpecification() {
    Fault fault = new Fault(4, "too many");

    assertEquals(4, fault.code());
    assertEquals("too many", fault.faultString());
    assertEquals(Map.of("faultCode", 4, "faultString", "too many"), fault.members());
    assertEquals("fault 4: too many", fault.toString());
  }

  @Test
  void aFaultOfTheProtocolHasItsCode() {
    assertEquals(new Fault(-32601, "x"), Fault.of(FaultCode.METHOD_NOT_FOUND, "x"));
  }

  @Test
  void aFaultIsMadeOfItsException() {
    assertEquals(new Fault(4, "x"), Fault.of(new FaultException(4, "x")));
  }

  @Test
  void faultsAreEqualByTheirMembers() {
    assertEquals(new Fault(4, "x").hashCode(), new Fault(4, "x").hashCode());
    assertNotEquals(new Fault(4, "x"), new Fault(5, "x"));
    assertNotEquals(new Fault(4, "x"), new Fault(4, "y"));
  }

  @ParameterizedTest
  @CsvSource({
    "<int>4</int>, 4",
    "<i8>4</i8>, 4",
    "<ex:i1>4</ex:i1>, 4",
    "<ex:i2>4</ex:i2>, 4",
    "<ex:biginteger>4</ex:biginteger>, 4",
    "<i8>4294967300</i8>, 0",
    "<double>4.0</double>, 0",
    "<string>4</string>, 0",
    "Client, 0",
    "<nil/>, 0",
    "<boolean>1</boolean>, 0"
  })
  void aCodeThatIsNoIntIsZero(String value, int code) throws IOException {
    Fault fault =
        received(
            "<struct><member><name>faultCode</name><value>"
                + value
                + "</value></member><member><name>faultString</name><value>x</value></member>"
                + "</struct>");

    assertEquals(code, fault.code());
    assertEquals("x", fault.faultString());
  }

  @Test
  void whateverElseAPeerSendsIsKept() throws IOException {
    Fault fault =
        received(
            "<struct><member><name>faultCode</name><value>Client</value></member>"
                + "<member><name>faultString</name><value><int>7</int></value></member>"
                + "<member><name>faultCause</name><value><base64>rO0=</base64></value></member>"
                + "</struct>");

    assertEquals("7", fault.faultString());
    assertEquals("Client", fault.members().get("faultCode"));
    assertEquals(3, fault.toException().members().size());
    assertEquals("Binary[2 bytes]", String.valueOf(fault.members().get("faultCause")));
  }

  @Test
  void aFaultThatIsNoStructIsTheTextOfWhatItIs() throws IOException {
    Fault fault = received("out of paper");

    assertEquals(0, fault.code());
    assertEquals("out of paper", fault.faultString());
    assertEquals(new Struct(), fault.members());
  }

  @Test
  void aMissingTextIsEmpty() throws IOException {
    assertEquals("", received("<struct></struct>").faultString());
  }

  @Test
  void theExceptionSaysTheSame() {
    FaultException exception = Fault.of(FaultCode.INTERNAL_ERROR, "x").toException();

    assertEquals(-32603, exception.code());
    assertEquals("x", exception.faultString());
  }

  private static Fault received(String value) throws IOException {
    String document =
        "<methodResponse><fault><value>" + value + "</value></fault></methodResponse>";
    return Codec.of(WireLimits.defaults(), Reading.LENIENT)
        .readResponse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), null)
        .fault()
        .orElseThrow();
  }
}
