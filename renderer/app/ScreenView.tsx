import { missingCase } from '../../shared/core/missing-case.ts';
import { BrowseScreen } from '../screens/browse/BrowseScreen.tsx';
import { ExportScreen } from '../screens/export/ExportScreen.tsx';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { MyTimeScreen } from '../screens/my-time/MyTimeScreen.tsx';
import { ProjectScreen } from '../screens/project/ProjectScreen.tsx';
import { HandedInScreen } from '../screens/review/HandedInScreen.tsx';
import { ReviewScreen } from '../screens/review/ReviewScreen.tsx';
import { SettingsScreen } from '../screens/settings/SettingsScreen.tsx';
import { ShownScreen } from '../screens/shown/ShownScreen.tsx';
import { VerifyScreen } from '../screens/verify/VerifyScreen.tsx';
import { WorkspaceScreen } from '../screens/workspace/WorkspaceScreen.tsx';
import { useSession } from './use-session.ts';

/** The screen that the session is on. */
export function ScreenView() {
  const place = useSession((session) => session.place);
  switch (place) {
    case 'home':
      return <HomeScreen />;
    case 'browse':
      return <BrowseScreen />;
    case 'export':
      return <ExportScreen />;
    case 'verify':
      return <VerifyScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'workspace':
      return <WorkspaceScreen />;
    case 'project':
      return <ProjectScreen />;
    case 'shown':
      return <ShownScreen />;
    case 'review':
      return <ReviewScreen />;
    case 'handed-in':
      return <HandedInScreen />;
    case 'my-time':
      return <MyTimeScreen />;
    default:
      return missingCase(place);
  }
}
