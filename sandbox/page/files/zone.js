// Moments in the zone of the person who is looked through, whatever zone the browser is in.

// Seconds since 1970 as "2026-11-24T09:00" there.
export function inZone(seconds, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return parts.format(seconds * 1000).replace(" ", "T");
}

// And back: what the clock there shows, off by the difference that it shows itself.
export function asSeconds(local, zone) {
  const guess = Date.parse(`${local}Z`) / 1000;
  const off = Date.parse(`${inZone(guess, zone)}Z`) / 1000 - guess;
  return guess - off;
}
