package dev.farcall.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection of a {@link ScriptedServer}. */
final class ScriptedConnection {

  private final Socket plain;
  private final Socket speaking;
  private final int number;

  /** A connection, and what speaks over it: itself, or TLS. */
  ScriptedConnection(Socket plain, Socket speaking, int number) {
    this.plain = plain;
    this.speaking = speaking;
    this.number = number;
  }

  /** Answers requests until an end, and says whether it was the other side that made it. */
  boolean serve(Supplier<Reply> script, Consumer<ReceivedRequest> received) {
    try {
      InputStream in = new BufferedInputStream(speaking.getInputStream());
      RequestReader requests = new RequestReader(in, number);
      while (requests.awaitOne()) {
        Reply reply = script.get();
        if (reply.ending() != Reply.Ending.UNREAD) {
          received.accept(requests.read());
          send(reply);
        }
        if (reply.ending() == Reply.Ending.HELD) {
          in.transferTo(OutputStream.nullOutputStream());
          return !plain.isClosed();
        } else if (reply.ending() != Reply.Ending.KEPT) {
          end(reply.ending());
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      // Also where this server was closed, which is then no news for anybody.
      return !plain.isClosed();
    } catch (InterruptedException e) {
      return false;
    } finally {
      abort();
    }
  }

  private void send(Reply reply) throws IOException, InterruptedException {
    OutputStream out = speaking.getOutputStream();
    Pace pace = reply.pace();
    if (pace == null) {
      out.write(reply.bytes());
    } else {
      for (byte octet : reply.bytes()) {
        pace.awaitOne();
        out.write(octet);
      }
    }
    out.flush();
    while (reply.forEver().length > 0) {
      out.write(reply.forEver());
    }
  }

  private void end(Reply.Ending ending) throws IOException {
    switch (ending) {
      case CLOSED -> speaking.close();
      case CUT -> plain.close();
      default -> {
        plain.setSoLinger(true, 0);
        plain.close();
      }
    }
  }

  /** Ends it at once, whatever is under way. */
  void abort() {
    try {
      plain.close();
    } catch (IOException e) {
      // It is of no use any more, which is what was wanted.
    }
  }
}
