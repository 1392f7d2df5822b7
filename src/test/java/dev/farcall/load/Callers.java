package dev.farcall.load;

import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import dev.farcall.testkit.ServeProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Callers who call again as soon as they have an answer, and after a refusal when they have waited
 * for as long as a call takes.
 */
final class Callers {

  private final ServeProcess server;
  private final int callMillis;
  private final byte[] request;

  Callers(ServeProcess server, int callMillis) {
    this.server = server;
    this.callMillis = callMillis;
    this.request = Requests.sleep(callMillis, "");
  }

  /**
   * Starts them; what came of their calls is to be read when all are joined.
   *
   * @param firstAddress the last part of the address 127.0.0.N of the first of them
   * @param addresses how many addresses they have
   * @param each callers of each address
   */
  Running start(int firstAddress, int addresses, int each, Duration time) {
    Figures figures = new Figures(time.toMillis() / 1000.0);
    List<Thread> threads = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; i < addresses * each; i++) {
      String address = "127.0.0." + (firstAddress + i % addresses);
      Thread thread = new Thread(() -> call(address, end, figures));
      thread.start();
      threads.add(thread);
    }
    return new Running(threads, figures);
  }

  private void call(String address, long end, Figures figures) {
    while (System.nanoTime() < end) {
      try (RawConnection connection = server.connect(address)) {
        callOver(connection, end, figures);
      } catch (IOException e) {
        figures.failed();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void callOver(RawConnection connection, long end, Figures figures)
      throws IOException, InterruptedException {
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      Reply reply = connection.send(request).receive();
      boolean unprocessed = !reply.header("Farcall-Unprocessed").isEmpty();
      figures.add(reply.status(), unprocessed, System.nanoTime() - start);
      if (unprocessed) {
        Thread.sleep(callMillis);
      }
    }
  }

  /** Callers who call. */
  record Running(List<Thread> threads, Figures figures) {
    Figures join() throws InterruptedException {
      for (Thread thread : threads) {
        thread.join();
      }
      return figures;
    }
  }
}
