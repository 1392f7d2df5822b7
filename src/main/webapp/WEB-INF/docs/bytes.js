"use strict";

/** Bytes, as base64, as text and as digits. */
const Bytes = (() => {
  // More arguments than this at once are too many for a function.
  const PART = 0x8000;

  const ofBase64 = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

  const toBase64 = (bytes) => {
    const parts = [];
    for (let at = 0; at < bytes.length; at += PART) {
      parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)));
    }
    return btoa(parts.join(""));
  };

  const ofText = (text) => new TextEncoder().encode(text);

  /** The text in UTF-8 that the bytes are, or null if they are none that can be read. */
  const text = (bytes) => {
    try {
      const decoded = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF]/.test(decoded)
        ? null
        : decoded;
    } catch (error) {
      if (!(error instanceof TypeError)) {
        throw error;
      }
      return null;
    }
  };

  const twoDigits = (byte) => byte.toString(16).padStart(2, "0");

  /** Rows of 16 bytes, in hexadecimal. */
  const hex = (bytes) => {
    const rows = [];
    for (let at = 0; at < bytes.length; at += 16) {
      const row = [...bytes.subarray(at, at + 16)].map(twoDigits);
      rows.push(`${row.slice(0, 8).join(" ")}  ${row.slice(8).join(" ")}`.trimEnd());
    }
    return rows.join("\n");
  };

  /** A number of bytes for people: "1 byte", "340 bytes", "1.2 kB". */
  const size = (count) => {
    if (count < 1000) {
      return count === 1 ? "1 byte" : `${count} bytes`;
    }
    const isMega = count >= 999_950;
    const number = (count / (isMega ? 1e6 : 1e3)).toFixed(1);
    return `${number} ${isMega ? "MB" : "kB"}`;
  };

  return Object.freeze({ ofBase64, toBase64, ofText, text, hex, size });
})();
