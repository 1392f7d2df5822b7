"use strict";

/** Calls of the server that this page came from. */
const Endpoint = (() => {
  // What fetch would refuse in a header, with an error like that of a lost connection.
  const SENDABLE = /^[\x20-\x7e]*$/;

  let token = "";

  const setToken = (text) => {
    token = text.trim();
  };

  const hasToken = () => token !== "";

  const headers = () => {
    const common = { "Content-Type": "text/xml", "Farcall-Console": "1" };
    return token === "" ? common : { ...common, Authorization: `Bearer ${token}` };
  };

  const retryHint = (retryAfter) => {
    if (!retryAfter) {
      return "Try again later.";
    }
    return /^\d+$/.test(retryAfter)
      ? `Try again in ${retryAfter} second${retryAfter === "1" ? "" : "s"}.`
      : `Try again after ${retryAfter}.`;
  };

  /** What to do about a status, or null if that says nothing to people. */
  const advice = (status, retryAfter) => {
    switch (status) {
      case 401:
        return hasToken()
          ? "The server does not accept the token (401). Set another one."
          : "The server wants to know who is calling (401). Sign in, or set a token.";
      case 403:
        return "You may not do this (403). The server knows the call, but refuses it from you.";
      case 404:
        return `There is nothing at ${location.pathname} any more (404).`;
      case 413:
        return "The request is too large for the server (413).";
      case 421:
        return `The server does not answer for the host ${location.host} (421).`;
      case 429:
        return `Too many calls (429). ${retryHint(retryAfter)}`;
      case 503:
        return `The server is not available (503). ${retryHint(retryAfter)}`;
      default:
        return null;
    }
  };

  const adviceOf = (reply) => advice(reply.status, reply.headers.get("Retry-After"));

  const refusal = (reply) =>
    adviceOf(reply) ?? `The server answered with the status ${reply.status}, and with no result.`;

  /** What the body says: a value, a fault, or a problem. */
  const reading = (reply, text) => {
    try {
      const decoded = Wire.decodeResponse(text);
      if (decoded.fault) {
        return { ...decoded, hint: reply.ok ? null : adviceOf(reply) };
      }
      return reply.ok ? decoded : { problem: refusal(reply) };
    } catch (error) {
      if (!(error instanceof Wire.Problem)) {
        throw error;
      }
      return { problem: reply.ok ? error.message : refusal(reply) };
    }
  };

  const post = (requestXml, signal) =>
    fetch(location.pathname, {
      method: "POST",
      headers: headers(),
      body: requestXml,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal,
    });

  const unsent = (error) => ({
    responseXml: "", status: 0, millis: 0, bytes: 0, problem: error.message,
  });

  const exchange = async (requestXml, signal) => {
    const start = performance.now();
    try {
      const reply = await post(requestXml, signal);
      const body = await reply.arrayBuffer();
      const millis = performance.now() - start;
      const responseXml = new TextDecoder().decode(body);
      return {
        responseXml, status: reply.status, millis, bytes: body.byteLength,
        ...reading(reply, responseXml),
      };
    } catch (error) {
      // The only other error of fetch and of reading the body is a TypeError: there is no answer.
      if (!(error instanceof TypeError)) {
        throw error;
      }
      return {
        responseXml: "", status: 0, millis: performance.now() - start, bytes: 0,
        problem: "There is no answer. The server cannot be reached, it broke off, or it " +
          "answered with a redirect, which is not followed.",
      };
    }
  };

  const encoded = (method, params) => {
    try {
      if (!SENDABLE.test(token)) {
        throw new Wire.Problem("The token has characters that cannot be sent. Set another one.");
      }
      return { requestXml: Wire.encodeCall(method, params) };
    } catch (error) {
      if (!(error instanceof Wire.Problem)) {
        throw error;
      }
      return { requestXml: "", error };
    }
  };

  /**
   * Calls a method. The promise is rejected only when the signal aborts the call. A fault that came
   * with a status has a `hint`, the advice that belongs to the status, or null.
   */
  const call = async (method, params, { signal } = {}) => {
    const { requestXml, error } = encoded(method, params);
    const rest = error ? unsent(error) : await exchange(requestXml, signal);
    return Object.freeze({ method, params, requestXml, ...rest });
  };

  return Object.freeze({ call, setToken, hasToken });
})();
