// The stored records as they are, for when the program that reads them cannot run, and with them
// those that storage lacks.
import { ID } from "./attributes.js";

/** The audit of an element: the name under which its records are stored. */
export function auditOf(host) {
  const id = host.getAttribute("audit-id")?.trim();
  return id && ID.test(id) ? id : "default";
}

/** What is stored under keys that begin so. */
function stored(prefix) {
  const found = {};
  for (const storage of ["localStorage", "sessionStorage"]) {
    try {
      for (const key of Object.keys(window[storage])) {
        if (key.startsWith(prefix)) found[key] = window[storage].getItem(key);
      }
    } catch {
      // From storage that cannot be read, nothing can be saved.
    }
  }
  return found;
}

/** Whether anything of any audit is stored. */
export const hasRecords = () => Object.keys(stored("leadership-audit:")).length > 0;

function records(audit, held) {
  const prefix = `leadership-audit:${audit}:`;
  const found = stored(prefix);
  for (const [key, text] of Object.entries(held ?? {})) {
    if (key.startsWith(prefix)) found[key] = text;
  }
  // A private key and single answers are for this browser alone.
  for (const key of Object.keys(found)) if (key.startsWith(`${prefix}round:`)) delete found[key];
  return found;
}

/** The text of a file with the records of this audit, schema `leadership-audit/backup` version 1. */
export function backupText(audit, held) {
  const backup = { schema: "leadership-audit/backup", version: 1, records: records(audit, held) };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

/** Whether there is anything to save. */
export const hasBackup = (audit, held) => Object.keys(records(audit, held)).length > 0;
