import { profileKept } from '../freshness.ts';
import { page } from '../page.ts';
import { profileView } from './profile.view.ts';

/** The caller's own profile. */
export const profilePage = page('profile').required('profile', {
  load: ({ users }, { caller }) => users.byId(caller.userId),
  view: profileView,
  keep: { key: () => [], ...profileKept },
});
