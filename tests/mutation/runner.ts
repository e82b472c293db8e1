import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { loadFrom, nextLoad, reachedFrom, testsIn } from './load.ts';
import type { WrittenTest } from './written-down.ts';

/** A test of a file, as Stryker knows it. */
type Test = WrittenTest & { readonly id: string; readonly file: string };

/** What the instrumented code asks and tells while it runs. */
type Asked = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: MutantCoverage;
  run?: WrittenTest['run'];
};

const asked: Asked = {};
Object.assign(globalThis, { __stryker__: asked });

/**
 * Runs the tests of rules again and again in one process. They need nothing but themselves, so a mutant costs milliseconds.
 * A mutant that is met while files load gets a load of its own, of the test files of its room alone, so as not to load all for each.
 */
class OneProcess implements TestRunner {
  readonly #reached = new Map<string, ReadonlySet<string>>();
  #usualMs: ReadonlyMap<string, number> = new Map();
  #tests: readonly Test[] = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    loadFrom(process.cwd());
    const files = globSync('src/domain/{calendar,workflow,dossier}/*.test.ts').map((file) => path.resolve(file));
    this.#tests = await loaded(files.sort());
    for (const file of files) this.#reached.set(file, reachedFrom(file));
    if (existsSync(usualTimes)) this.#usualMs = new Map(Object.entries(JSON.parse(readFileSync(usualTimes, 'utf8'))));
  }

  async dryRun({ files = [] }: DryRunOptions): Promise<DryRunResult> {
    const tests = this.#tests.filter(({ file }) => files.some((one) => this.#reached.get(file)?.has(one)));
    const ran = await this.#run(tests, false);
    this.#usualMs = new Map(ran.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    writeFileSync(usualTimes, JSON.stringify(Object.fromEntries(this.#usualMs)));
    return { status: DryRunStatus.Complete, tests: ran, mutantCoverage: asked.mutantCoverage ?? noCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const reaching = this.#promisingFirst(
      this.#tests.filter(({ id, file }) => options.testFilter?.includes(id) ?? this.#reached.get(file)?.has(options.sandboxFileName)),
      options.sandboxFileName,
    );
    if (options.mutantActivation === 'runtime') return this.#triedTwice(options, reaching);
    const beside = reaching.filter(({ file }) => isBeside(file, options.sandboxFileName));
    const found = await this.#triedTwice(options, beside);
    const inRoom = reaching.filter(({ file }) => path.dirname(file) === path.dirname(options.sandboxFileName));
    return found.status === MutantRunStatus.Survived ? this.#tried(options, loadedOneByOne(filesOf(inRoom))) : found;
  }

  /** What fails is tried again in a load of its own, when what a mutant left behind could be why. */
  async #triedTwice(options: MutantRunOptions, tests: readonly Test[]): Promise<MutantRunResult> {
    const found = await this.#tried(options, [tests]);
    if (found.status !== MutantRunStatus.Killed || (await this.#pass(found.killedBy))) return found;
    await this.#loadAnew();
    const ids = new Set(tests.map(({ id }) => id));
    const alone = await this.#tried(options, [this.#tests.filter(({ id }) => ids.has(id))]);
    await this.#loadAnew();
    return alone;
  }

  async #tried(
    { activeMutant, hitLimit, disableBail }: MutantRunOptions,
    loads: Iterable<readonly Test[]> | AsyncIterable<readonly Test[]>,
  ): Promise<MutantRunResult> {
    const mostHits = (hitLimit ?? Number.POSITIVE_INFINITY) / sparing;
    Object.assign(asked, { activeMutant: activeMutant.id, hitLimit: mostHits, hitCount: 0 });
    const tests: TestResult[] = [];
    for await (const load of loads) {
      tests.push(...(await this.#run(load, !disableBail)));
      if (tests.at(-1)?.status === TestStatus.Failed && !disableBail) break;
    }
    asked.activeMutant = undefined;
    if (tests.some((test) => test.status === TestStatus.Failed && test.failureMessage === goesRound))
      return { status: MutantRunStatus.Timeout };
    return toMutantRunResult(determineHitLimitReached(asked.hitCount, mostHits) ?? { status: DryRunStatus.Complete, tests });
  }

  async #pass(ids: readonly string[]): Promise<boolean> {
    const results = await this.#run(
      this.#tests.filter(({ id }) => ids.includes(id)),
      true,
    );
    return results.every(({ status }) => status === TestStatus.Success);
  }

  async #loadAnew(): Promise<void> {
    this.#tests = await loaded(filesOf(this.#tests));
  }

  async #run(tests: readonly Test[], untilOneFails: boolean): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const test of tests) {
      const result = await ran(test, this.#usualMs.get(test.id) ?? 30_000);
      results.push(result);
      if (result.status === TestStatus.Failed && untilOneFails) break;
    }
    return results;
  }

  /** Those beside the file, then those that cost least. */
  #promisingFirst(tests: readonly Test[], mutated: string): readonly Test[] {
    const rank = ({ id, file }: Test) => (this.#usualMs.get(id) ?? 0) + (isBeside(file, mutated) ? 0 : 20);
    return tests.toSorted((a, b) => rank(a) - rank(b));
  }
}

function isBeside(testFile: string, mutated: string): boolean {
  return testFile.startsWith(mutated.replace(/\.ts$/, ''));
}

/** Stryker would let a mutant be met a hundred times as often as the code; ten times tells as well that it goes round for ever. */
const sparing = 10;

/** What each test takes without a mutant, for the processes that come after the first. */
const usualTimes = 'usual-times.json';

const noCoverage = { static: {}, perTest: {} };

function filesOf(tests: readonly Test[]): readonly string[] {
  return [...new Set(tests.map(({ file }) => file))];
}

/** All tests of the files, in a load of their own. */
async function loaded(files: readonly string[]): Promise<readonly Test[]> {
  return (await Array.fromAsync(loadedOneByOne(files))).flat();
}

/** As `loaded`, each file when it is asked for. One that cannot be loaded is a test that fails. */
async function* loadedOneByOne(files: readonly string[]): AsyncIterable<readonly Test[]> {
  const load = nextLoad();
  for (const file of files) {
    const named = path.relative('.', file);
    try {
      yield (await testsIn(file, load)).map((test) => ({ ...test, file, id: `${named}: ${test.name}` }));
    } catch (error) {
      yield [{ name: 'is loaded', file, id: named, run: () => Promise.reject(error) }];
    }
  }
}

/** A test that takes ten times as long as without a mutant, and two seconds, goes round for ever. */
async function ran({ id, name, file, run }: Test, usualMs: number): Promise<TestResult> {
  const beganAt = performance.now();
  const result = { id, name, fileName: file };
  Object.assign(asked, { currentTestId: id, run });
  try {
    await once.runInThisContext({ timeout: Math.ceil(10 * usualMs + 2000) });
    return { ...result, status: TestStatus.Success, timeSpentMs: performance.now() - beganAt };
  } catch (error) {
    return { ...result, status: TestStatus.Failed, failureMessage: reasonOf(error), timeSpentMs: performance.now() - beganAt };
  } finally {
    asked.currentTestId = undefined;
  }
}

const goesRound = 'It goes round for ever.';

function reasonOf(error: unknown): string {
  const isEnded = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  return isEnded ? goesRound : String(error);
}

/** So a loop that never ends can be ended from outside. */
const once = new vm.Script('__stryker__.run()');

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcess)];
