export default ({ mode }) => ({
  optimizeDeps: { exclude: mode === "excluded" ? ["leadership-audit"] : [] },
  build: { assetsInlineLimit: mode === "inlined" ? 1e6 : undefined },
});
