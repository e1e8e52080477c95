// Says at the end of a process how much memory it held at most.
process.on('exit', () => {
  process.stderr.write(`peak MiB: ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
});
