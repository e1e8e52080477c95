export { type ExternalSourcesConfig, externalSourcesSchema } from './config.ts';
export { type AskingLimits, createExternalSources, type ExternalSources } from './external-sources.ts';
