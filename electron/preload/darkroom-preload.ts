import { contextBridge, ipcRenderer } from 'electron';
import type { DarkroomJob, DarkroomReply } from '../../shared/ipc/darkroom.ts';

/** The darkroom's only door: take a job, give a reply. */
contextBridge.exposeInMainWorld('darkroom', {
  onJob(work: (job: DarkroomJob) => Promise<DarkroomReply>): void {
    ipcRenderer.on('darkroom.job', (_event, job: DarkroomJob) => {
      void work(job).then((reply) => ipcRenderer.send('darkroom.reply', reply));
    });
    ipcRenderer.send('darkroom.ready');
  },
});
