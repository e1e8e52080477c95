import { config } from '@isochron/authoring';

const common = {
  CUSTOMER_ID: 'canary',
  GCP_BIGTABLE_INSTANCE_ID: 'zipline-canary-instance',
  GCP_DATAPROC_CLUSTER_NAME: 'canary-2',
  GCP_PROJECT_ID: 'canary-443022',
  GCP_REGION: 'us-central1',
  VERSION: 'latest',
};
const PARTITION_COLUMN = 'spark.chronon.partition.column';

/** What the sample repository says for its teams. */
export const { teams } = config({
  dialect: 'spark',
  teams: {
    default: {
      run: {
        env: { common, upload: {}, backfill: {}, streaming: {} },
        conf: { common: { [PARTITION_COLUMN]: '_DATE' } },
      },
    },
    quickstart: { output: { namespace: 'quickstart' } },
    risk: { output: { namespace: 'risk' } },
    sample_team: {
      output: { namespace: 'test' },
      run: {
        env: { common: { GCP_BIGTABLE_INSTANCE_ID: 'test-instance' } },
        conf: { common: { [PARTITION_COLUMN]: '_test_column_sample' } },
      },
    },
  },
});
