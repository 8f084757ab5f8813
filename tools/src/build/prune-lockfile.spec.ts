import { type Lockfile, pruneLockfile } from './prune-lockfile.ts';

const lockfile: Lockfile = {
  lockfileVersion: 3,
  packages: {
    '': {},
    'libs/errors': { version: '0.0.0' },
    'node_modules/server': { version: '5.0.0', dev: true, dependencies: { parser: '^2.0.0', tiny: '^1.0.0' } },
    'node_modules/server/node_modules/parser': { version: '2.1.0', dependencies: { tiny: '^1.0.0' } },
    'node_modules/parser': { version: '1.0.0' },
    'node_modules/tiny': { version: '1.2.3', dependencies: { server: '*' }, integrity: 'sha512-x' },
    'node_modules/@scope/log': { version: '3.0.0', optionalDependencies: { missing: '1.0.0' } },
    'node_modules/unused': { version: '9.0.0' },
  },
};

describe('pruneLockfile', () => {
  it('keeps what is imported and what that needs, at the versions that were locked', () => {
    const pruned = pruneLockfile(lockfile, 'shop', ['@scope/log', 'server']);
    expect(pruned.packages['']).toEqual({ name: 'shop', dependencies: { '@scope/log': '3.0.0', server: '5.0.0' } });
    expect(Object.keys(pruned.packages)).toEqual([
      '',
      'node_modules/@scope/log',
      'node_modules/server',
      'node_modules/server/node_modules/parser',
      'node_modules/tiny',
    ]);
    expect(pruned.packages['node_modules/tiny']).toMatchObject({ version: '1.2.3', integrity: 'sha512-x' });
  });

  it('takes the mark of a development dependency away, for npm would leave the package out', () => {
    expect(pruneLockfile(lockfile, 'shop', ['server']).packages['node_modules/server']).not.toHaveProperty('dev');
  });

  it('refuses a package that is not in the lock file', () => {
    expect(() => pruneLockfile(lockfile, 'shop', ['left-pad'])).toThrow(
      'shop imports left-pad, which is not in package-lock.json',
    );
  });
});
