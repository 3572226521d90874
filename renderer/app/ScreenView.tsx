import { missingCase } from '../../shared/core/missing-case.ts';
import { BrowseScreen } from '../screens/browse/BrowseScreen.tsx';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { useSession } from './use-session.ts';

/** The screen that the session is on. */
export function ScreenView() {
  const place = useSession((session) => session.place);
  switch (place) {
    case 'home':
      return <HomeScreen />;
    case 'browse':
      return <BrowseScreen />;
    case 'workspace':
    case 'my-time':
    case 'export':
    case 'verify':
    case 'settings':
      return null;
    default:
      return missingCase(place);
  }
}
