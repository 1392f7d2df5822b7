package dev.farcall.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is fuzzed, with the inputs to begin with. */
enum Target {
  REQUEST(RequestFuzzer.class, RequestFuzzer::fuzzerTestOneInput),
  SCALAR(ScalarFuzzer.class, ScalarFuzzer::fuzzerTestOneInput),
  RESPONSE(ResponseFuzzer.class, ResponseFuzzer::fuzzerTestOneInput),
  DISPATCH(DispatchFuzzer.class, DispatchFuzzer::fuzzerTestOneInput),
  EVERY(EveryFuzzer.class, EveryFuzzer::fuzzerTestOneInput);

  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private final Class<?> fuzzer;

  // A reference to a static method, which holds no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Consumer<byte[]> run;

  Target(Class<?> fuzzer, Consumer<byte[]> run) {
    this.fuzzer = fuzzer;
    this.run = run;
  }

  /** The words of XML-RPC, for the fuzzer to put in. */
  static Path dictionary() {
    return RESOURCES.resolve("fuzz/xml-rpc.dict");
  }

  String className() {
    return fuzzer.getName();
  }

  void run(byte[] input) {
    run.accept(input);
  }

  /** Those that showed a mistake, and those worth a try: documents of the corpus, or texts. */
  List<Input> inputs() throws IOException {
    List<Input> inputs = new ArrayList<>();
    switch (this) {
      case REQUEST -> inputs.addAll(files("wire/call", ".xml"));
      case SCALAR -> inputs.addAll(texts());
      case RESPONSE -> inputs.addAll(files("wire/response", ".xml"));
      case DISPATCH -> inputs.addAll(files("fuzz/calls", ".xml"));
      case EVERY -> {
        for (Target target : List.of(REQUEST, SCALAR, RESPONSE, DISPATCH)) {
          inputs.addAll(target.inputs());
        }
      }
    }
    inputs.addAll(files("fuzz/kept/" + word(), ""));
    return inputs;
  }

  /** Its name in paths. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<Input> texts() throws IOException {
    List<Input> texts = new ArrayList<>();
    for (String line : Files.readAllLines(RESOURCES.resolve("fuzz/scalars.txt"))) {
      texts.add(new Input("text-" + texts.size(), line.getBytes(StandardCharsets.UTF_8)));
    }
    return texts;
  }

  private static List<Input> files(String folder, String suffix) throws IOException {
    Path path = RESOURCES.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<Input> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(suffix)) {
          String name = folder.replace('/', '-') + '-' + file.getFileName();
          inputs.add(new Input(name, Files.readAllBytes(file)));
        }
      }
    }
    return inputs;
  }
}
