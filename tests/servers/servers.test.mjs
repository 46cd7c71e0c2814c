// The server configurations of docs/servers/, each in the real server: what it sends, and the audit in a browser, on a page
// of another origin. `cargo xtask test --servers` installs the servers.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort } from "../e2e/server.mjs";
import { useSite } from "../e2e/site.mjs";
import { onItem } from "../e2e/steps.mjs";
import { PROJECT, pressButton } from "../e2e/widget.mjs";

const FILES = "/leadership-audit/1.2.3/";
const TYPES = {
  "leadership-audit.js": /^(text|application)\/javascript/,
  "leadership-audit-widget_bg.wasm": /^application\/wasm$/,
  "leadership-audit-words.en.txt": /^text\/plain/,
};

const snippet = (name) => readFileSync(join(PROJECT, "docs/servers", name), "utf8");

/** How to start each server in the foreground: its configuration files, by name, and its command. */
const SERVERS = {
  nginx: (folder, port) => ({
    files: {
      "nginx.conf": `daemon off; pid ${folder}/pid; error_log ${folder}/log; events {}
http { access_log off; server { listen 127.0.0.1:${port}; root ${folder}/site; ${snippet("nginx.conf")} } }`,
    },
    command: ["nginx", "-c", `${folder}/nginx.conf`, "-e", `${folder}/log`],
  }),
  apache: (folder, port) => ({
    files: {
      "site/leadership-audit/.htaccess": snippet("htaccess"),
      "apache.conf": `ServerName localhost
Listen 127.0.0.1:${port}
User daemon
Group daemon
PidFile ${folder}/pid
ErrorLog ${folder}/log
${["mpm_event", "authz_core", "mime", "headers", "rewrite", "negotiation"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join("")}
TypesConfig /etc/mime.types
DocumentRoot ${folder}/site
<Directory ${folder}/site>
  AllowOverride All
  Require all granted
</Directory>`,
    },
    command: ["apache2", "-X", "-f", `${folder}/apache.conf`],
  }),
  caddy: (folder, port) => ({
    files: {
      Caddyfile: `{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${folder}/site\n${snippet("Caddyfile")}\n}\n`,
    },
    command: ["caddy", "run", "--config", `${folder}/Caddyfile`, "--adapter", "caddyfile"],
  }),
};

const site = useSite({});
const folder = mkdtempSync(join(tmpdir(), "servers-"));
// Servers that root starts read as somebody else.
chmodSync(folder, 0o755);
before(() => cpSync(join(PROJECT, "dist"), join(folder, "site", FILES), { recursive: true }));
after(() => rmSync(folder, { recursive: true, force: true }));

async function start(name) {
  const port = await freePort();
  const { files, command } = SERVERS[name](folder, port);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const [program, ...words] = command;
  const running = spawn(program, words, { stdio: ["ignore", "inherit", "inherit"] });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${address}${FILES}sri.json`).catch(() => undefined);
    if (answer?.ok) return { address, stop: () => running.kill() };
    if (tries === 100 || running.exitCode !== null) throw new Error(`${name} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

for (const name of Object.keys(SERVERS)) {
  test(`${name}: types, compression and caching as documented, and the audit on a page of another origin`, async () => {
    const { address, stop } = await start(name);
    try {
      for (const [file, type] of Object.entries(TYPES)) {
        const response = await fetch(address + FILES + file, { headers: { "accept-encoding": "gzip" } });
        const body = Buffer.from(await response.arrayBuffer());
        const { headers } = response;
        assert.match(headers.get("content-type"), type, file);
        assert.equal(headers.get("content-encoding"), "gzip", file);
        assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable", file);
        assert.equal(headers.get("access-control-allow-origin"), "*", file);
        assert.match(headers.get("vary"), /accept-encoding/i, file);
        assert.deepEqual(body, readFileSync(join(PROJECT, "dist", file)), file);
      }
      const page = await site.openHost({ head: `<script type="module" src="${address}${FILES}leadership-audit.js"></script>` });
      await pressButton(page, "Start");
      await onItem(page);
    } finally {
      stop();
    }
  });
}
