package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.client.MethodDescription;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MethodsPageTest {

  @Test
  void rolesStandBelowTheHelp() {
    assertEquals(
        """
        # Methods of here

        ## a.b

            a.b(...)

        It helps.

        Needs a role: \\*\\*, \\<b\\>
        """,
        MethodsPage.of(
            "here",
            List.of(
                new MethodDescription(
                    "a.b", "It helps.", false, List.of(), List.of("**", "<b>")))));
  }
}
