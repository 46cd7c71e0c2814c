// The stored records as they are, for when the program that reads them cannot run, and with them
// those that storage lacks.

function records(audit, held) {
  const prefix = `leadership-audit:${audit}:`;
  const found = {};
  for (const storage of ["localStorage", "sessionStorage"]) {
    try {
      for (const key of Object.keys(window[storage])) {
        if (key.startsWith(prefix)) found[key] = window[storage].getItem(key);
      }
    } catch {
      // Storage that cannot be read holds nothing that could be saved.
    }
  }
  for (const [key, text] of Object.entries(held ?? {})) {
    if (key.startsWith(prefix)) found[key] = text;
  }
  return found;
}

/** Offers the records of this audit as a file, schema `leadership-audit/backup` version 1. */
export function saveBackup(audit, held) {
  const backup = { schema: "leadership-audit/backup", version: 1, records: records(audit, held) };
  const text = `${JSON.stringify(backup, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = "leadership-audit-backup.json";
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether there is anything to save. */
saveBackup.available = (audit, held) => Object.keys(records(audit, held)).length > 0;
