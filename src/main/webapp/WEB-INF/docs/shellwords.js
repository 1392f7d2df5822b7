"use strict";

/** Words of a command line, for any shell of Unix. */
const ShellWords = (() => {
  const PLAIN = /^[A-Za-z0-9_.,:/@%+-]+$/;

  /** A word as it has to be typed. Within single quotes only a single quote has a meaning. */
  const quoted = (word) => PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

  return Object.freeze({ quoted });
})();
