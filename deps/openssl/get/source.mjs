// @ts-check
/** Makes a series from the upstream tarball of Debian's source package, and takes upstream's test folder out of it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { assemble } from './assemble.mjs';
import { compressionLibraries, configureOptions, lackOf } from './compression.mjs';
import { readJson, remove, writeJson } from './files.mjs';
import { Problem } from './problem.mjs';
import { lastLines, run } from './run.mjs';

/**
 * A build that was stopped goes on where it was. Should the resumed tree not build
 * (a compiler killed in mid-write can leave a broken object), it is built anew, once.
 * @param {import('./plan.mjs').Plan} plan
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {import('./plan.mjs').Surroundings} around
 * @returns {Promise<readonly import('./compression.mjs').Compression[]>}  How this build can compress certificates.
 */
export async function makeFromSource(plan, place, around) {
  // OpenSSL's make files quote no paths.
  if (!/^[\w./+@%=,-]+$/.test(place.home)) {
    throw new Problem(`OpenSSL can't be built for the folder ${place.home}`, {
      todo: 'choose a cache folder without spaces or special characters (--cache)',
    });
  }
  await requireTools();
  const tree = join(place.work, 'tree');
  const stampFile = join(place.work, 'configured.json');
  const { present, absent } = await compressionLibraries();
  if (absent.length > 0) around.note(lackOf(absent));
  const args = [
    ...['shared', 'no-docs', 'no-tests', 'enable-fips', `--prefix=${place.home}`, `--openssldir=${place.home}/ssl`, '--libdir=lib'],
    ...configureOptions(present),
  ];
  const stamp = { tarball: tarballOf(plan).sha256, args };
  const resumed = existsSync(tree) && JSON.stringify(readJson(stampFile)) === JSON.stringify(stamp);
  try {
    await build(resumed);
  } catch (error) {
    if (!resumed || !(error instanceof Problem)) throw error;
    around.note("the stopped build can't be continued; building anew");
    await build(false);
  }
  return present.map(({ name }) => name);

  /** @param {boolean} goOn */
  async function build(goOn) {
    if (goOn) around.note('going on with the build that was stopped');
    else {
      remove(stampFile);
      remove(tree);
      await unpack(plan, tree, [], around);
      around.note(`configuring: ${args.join(' ')}`);
      await step(place, 'configuring', around, 'perl', ['./Configure', ...args]);
      writeJson(stampFile, stamp);
    }
    const jobs = availableParallelism();
    around.note(`building with make -j${jobs}`);
    await step(place, 'building', around, 'make', [`-j${jobs}`]);

    const stage = join(place.work, 'stage');
    remove(stage);
    around.note('installing into the work folder');
    await step(place, 'installing', around, 'make', ['install_sw', 'install_fips', `DESTDIR=${stage}`]);
    const installed = join(stage, place.home);
    assemble(
      {
        libraries: join(installed, 'lib'),
        headers: [join(installed, 'include/openssl')],
        program: join(installed, 'bin/openssl'),
        configs: [join(tree, 'apps/openssl.cnf'), join(installed, 'ssl/fipsmodule.cnf')],
      },
      place.out,
    );
  }
}

/**
 * Upstream's `test` folder, whole, as `source/test` of the series.
 * @param {import('./plan.mjs').Plan} plan
 * @param {string} work
 * @param {string} target  The folder of the series; it may be a finished one.
 * @param {import('./plan.mjs').Surroundings} around
 */
export async function addTestData(plan, work, target, around) {
  const fresh = join(work, 'test-data');
  remove(fresh);
  await unpack(plan, fresh, ['--wildcards', '--no-wildcards-match-slash', '*/test'], around);
  remove(join(target, 'source'));
  renameSync(fresh, join(target, 'source'));
}

/**
 * @param {import('./plan.mjs').Plan} plan
 * @param {string} folder
 * @param {readonly string[]} members
 * @param {import('./plan.mjs').Surroundings} around
 */
async function unpack(plan, folder, members, { cache, note }) {
  const { file } = tarballOf(plan);
  note(`unpacking ${members.length > 0 ? 'the test folder of ' : ''}${file}`);
  const fresh = `${folder}.part`;
  remove(fresh);
  mkdirSync(fresh, { recursive: true });
  await run('tar', [
    '--extract',
    '--no-same-owner',
    '--strip-components=1',
    '--file',
    join(cache.downloads, file),
    '--directory',
    fresh,
    ...members,
  ]);
  if (readdirSync(fresh).length === 0) throw new Problem(`${file} doesn't hold what was looked for`, { tried: [members.join(' ')] });
  renameSync(fresh, folder);
}

/** @param {import('./plan.mjs').Plan} plan */
function tarballOf(plan) {
  const found = plan.files.find(({ file }) => /\.orig\.tar\.\w+$/.test(file));
  if (found === undefined)
    throw new Problem(`${plan.packages.join(', ')} ${plan.version} has no upstream tarball`, { tried: plan.files.map(({ file }) => file) });
  return found;
}

/**
 * One step of the build, its output going to the log.
 * @param {import('./layout.mjs').SeriesLayout} place
 * @param {string} doing
 * @param {import('./plan.mjs').Surroundings} around
 * @param {string} command
 * @param {readonly string[]} args
 */
async function step(place, doing, { note }, command, args) {
  const log = join(place.work, 'build.log');
  const { code } = await run(command, args, {
    cwd: join(place.work, 'tree'),
    log,
    mayFail: true,
    heartbeat: (seconds) => note(`still ${doing}, ${seconds} s`),
  });
  if (code === 0) return;
  throw new Problem(`${doing} failed: ${command} ended with exit code ${code}`, {
    tried: lastLines(readFileSync(log, 'utf8'), 15),
    todo: `read ${log}; the build needs a C compiler, make and Debian's package perl (perl-base isn't enough)`,
  });
}

/** Says what is missing before anything is unpacked. */
async function requireTools() {
  for (const [command, option] of /** @type {const} */ ([
    ['make', '--version'],
    ['perl', '-v'],
    ['cc', '--version'],
  ]))
    await run(command, [option]);
}
