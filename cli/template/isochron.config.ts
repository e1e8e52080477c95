import { config } from '@isochron/authoring';

export default config({
  // Every folder below features/ is a team. What is said here for one (`output`, `run`) holds for all of its definitions, what `default` says for all teams.
  teams: { shop: {} },
  // isochron --environment dev: the same definitions, with tables of their own.
  environments: { dev: { prefix: 'dev_' }, prod: {} },
});
