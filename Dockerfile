# One file for every app: docker build --build-arg APP=mobile-bff .
# The steps are the commands that developers and CI run, so what they test is what is built here.

FROM node:24.21.0-slim AS build
WORKDIR /workspace
COPY . .
RUN npm ci --no-audit --no-fund
ARG APP
RUN NX_DAEMON=false npx nx build "$APP"

FROM node:24.21.0-slim AS packages
WORKDIR /app
ARG APP
COPY --from=build /workspace/dist/$APP ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-slim
# In a container, 127.0.0.1 is the container itself: the public port must be reachable from outside, the admin port is
# for the health check only.
ENV NODE_ENV=production \
    NODE_OPTIONS=--enable-source-maps \
    HOST=0.0.0.0 \
    PORT=8080 \
    ADMIN_HOST=127.0.0.1 \
    ADMIN_PORT=9090
WORKDIR /app
COPY --from=packages /app ./
USER node
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=2s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ADMIN_PORT}/livez`).then((res) => process.exit(res.ok ? 0 : 1), () => process.exit(1))"]
# V8 would let the process grow to twice the size before it collects (docs/performance.md, Memory).
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=30", "main.js"]
