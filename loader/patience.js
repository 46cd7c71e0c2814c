// How long a request may take before it counts as failed.
const PATIENCE_MS = 30_000;

/** What `work` gives. The signal it is given aborts once patience has run out. */
export async function patiently(work) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    return await work(patience.signal);
  } finally {
    clearTimeout(timer);
  }
}
