import path from 'node:path';
import type { schema } from '@stryker-mutator/api/core';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { Reporter } from '@stryker-mutator/api/report';

/** In percent; a room below it fails, however good the others are. */
const least = 85;

type Counts = { found: number; all: number };

/** Says of each room how many of its mutants a test noticed. */
const rooms: Reporter = {
  onMutationTestReportReady({ files }: schema.MutationTestResult): void {
    const counts = new Map<string, Counts>();
    for (const [file, { mutants }] of Object.entries(files)) {
      const room = path.dirname(file);
      const { found, all } = counts.get(room) ?? { found: 0, all: 0 };
      const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
      const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
      counts.set(room, { found: found + noticed, all: all + noticed + missed });
    }
    for (const [room, { found, all }] of counts) {
      const score = (100 * found) / all;
      console.log(`${room}: ${found} of ${all} mutants noticed, ${score.toFixed(1)} %`);
      if (score < least) process.exitCode = 1;
    }
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Reporter, 'rooms', rooms)];
