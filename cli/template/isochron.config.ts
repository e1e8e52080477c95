import { config } from '@isochron/authoring';

export default config({
  // Every folder below features/ is a team. What is said here for one holds for all of its definitions, what `default` says for all teams.
  teams: { default: { run: { env: { common: { REGION: 'eu' } } } }, shop: {} },
  // isochron --environment dev: the same definitions, with tables of their own.
  environments: { dev: { prefix: 'dev_' }, prod: {} },
});
