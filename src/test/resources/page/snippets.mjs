// Prints programs as the page writes them. Reads a JSON array of {id, call} from standard input, and
// prints one of {text} or {problem}. The only argument is the folder of the page's scripts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

const FILES = [
  "literals.js", "shellwords.js", "snippets-java.js", "snippets-python.js", "snippets-php.js",
  "snippets-ruby.js", "snippets-node.js", "snippets-curl.js", "snippets-cli.js", "snippets.js",
];

// As in a browser, each is a classic script, and they share what they declare.
const page = createContext({ URL });
for (const file of FILES) {
  const path = join(process.argv[2], file);
  runInContext(readFileSync(path, "utf8"), page, { filename: path });
}
page.wanted = readFileSync(0, "utf8");

const answer = runInContext(`
  JSON.stringify(JSON.parse(wanted).map(({ id, call }) => {
    try {
      return { text: Snippets.of(id, call) };
    } catch (error) {
      if (!(error instanceof Snippets.Problem)) {
        throw error;
      }
      return { problem: error.message };
    }
  }))`, page);
process.stdout.write(answer);
