// Every policy that a careful site can send, at once: the audit from the welcome to the saved file, in every engine.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { strictPolicy } from "../../e2e/server.mjs";
import { walk } from "../visit.mjs";

const LOADER = new URL("../../../dist/leadership-audit.js", import.meta.url);
const PROBE = new URL("../probe.js", import.meta.url);

const integrity = (file) => `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;

/** A page whose scripts have their hashes and are fetched with CORS, as an Integrity-Policy asks. */
const page = () => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A host</title>
<script src="/probe.js" crossorigin integrity="${integrity(PROBE)}"></script>
<script type="module" src="/leadership-audit.js" integrity="${integrity(LOADER)}"></script>
<body><leadership-audit></leadership-audit>`;

/** Every feature that the widget could use or be asked about, closed. */
const FEATURES = ["camera", "clipboard-read", "clipboard-write", "display-capture", "fullscreen", "geolocation"]
  .concat(["microphone", "payment", "publickey-credentials-get", "screen-wake-lock", "storage-access"])
  .concat(["sync-xhr", "unload"]);

const policies = (embedder) => ({
  "content-security-policy": strictPolicy(),
  "cross-origin-embedder-policy": embedder,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "integrity-policy": "blocked-destinations=(script)",
  "permissions-policy": FEATURES.map((feature) => `${feature}=()`).join(", "),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});

const underAll = (embedder) => ({
  row: "every policy at once",
  name: `Integrity-Policy, COEP ${embedder}, no permission, Trusted Types and the strict policy: the same file as without`,
  async run(visit) {
    await visit.host();
    const plain = await walk(visit);
    await visit.end();
    await visit.host({}, { headers: policies(embedder), pages: { "/": page() } });
    assert.deepEqual(await walk(visit), plain);
    // Printing and copying end in a word about them, and so does everything that is deleted.
    await visit.press("Copy a summary");
    await visit.until(() => /copied|Copy it/i.test(probe.text()));
    await visit.press("Delete everything");
    await visit.press("Yes, delete");
    await visit.says("Everything is deleted.");
    const { blocked, errors } = await visit.run(() => ({ blocked: probe.blocked, errors: probe.errors }));
    assert.deepEqual({ blocked, errors }, { blocked: [], errors: [] });
  },
});

export const CASES = ["require-corp", "credentialless"].map(underAll);
