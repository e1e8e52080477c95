import { storeConformance } from '@isochron/kv/conformance-suite';
import { hostileStore, retryingStore } from '@isochron/kv/hostile';
import { lmdbSubject } from './lmdb-subject.fixture.ts';

storeConformance('the embedded store', () => lmdbSubject((store) => store));

const hostility = { seed: 20010101, delayMsMax: 2, lostRequests: 0.15, lostReplies: 0.15, staleReads: 1 };

storeConformance('a hostile store, called again and again,', () =>
  lmdbSubject((store) => retryingStore(hostileStore(store, hostility), 30)),
);
