/** The database addon crashes without a word on a Node older than 22, so say it before anything is loaded. */
export function needNode24(): void {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return;
  console.error(
    `This needs Node 24 and runs on ${process.versions.node}. Start it through npm (npm run …), which brings its own.`,
  );
  process.exit(1);
}
