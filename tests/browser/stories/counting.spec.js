// Whether a skip of this suite is counted: `tests/run` fails if this one is not.
import { test } from '@playwright/test';

test('a made-up skip is counted', { tag: '@scripts' }, () => {
  test.skip(true, 'made up, to see that it is counted');
});
