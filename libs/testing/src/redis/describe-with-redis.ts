import { describeWithTool } from '../tool/describe-with-tool.ts';
import { redisIsInstalled } from './redis-installed.ts';

/** See `describeWithTool`. */
export function describeWithRedis(title: string, suite: () => void): void {
  describeWithTool('redis-server', redisIsInstalled(), title, suite);
}
