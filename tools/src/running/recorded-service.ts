import { copyConfig } from './config-copy.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { type ServiceName, type WholeSystem, startWholeSystem } from './whole-system.ts';

/** The whole system, with every request of mobile-bff for one service written down. */
export interface RecordedService {
  readonly system: WholeSystem;
  /** Between mobile-bff and the service. */
  readonly service: RecordingProxy;
  /** What a replica of mobile-bff needs to be like the one that the system has. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface RecordedServiceOptions {
  readonly name: ServiceName;
  /** Changes of mobile-bff's settings. */
  readonly settings?: Parameters<typeof copyConfig>[0][string];
  readonly env?: Readonly<Record<string, string>>;
}

export async function startWithRecorded(options: RecordedServiceOptions): Promise<RecordedService> {
  const { name, settings = {} } = options;
  let target = '';
  const service = await startRecordingProxy(() => target);
  const config = copyConfig({ 'mobile-bff': settings });
  const env = {
    LOG_LEVEL: 'fatal',
    CONFIG_DIR: config.dir,
    [`${name.toUpperCase()}_SERVICE_URL`]: service.url,
    ...options.env,
  };
  const system = await startWholeSystem((app, publicUrl) => {
    target = publicUrl(`${name}-service`);
    return app === 'mobile-bff' ? env : { LOG_LEVEL: 'fatal' };
  });
  return {
    system,
    service,
    env,
    async close() {
      await system.close();
      await service.close();
      config.remove();
    },
  };
}
