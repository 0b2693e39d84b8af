# The bot for Discord, in two stages: what builds it (pnpm, a compiler for sqlite3) stays out of what runs.
#
#   docker build -t kairos .
#   install -m 0600 -o 1000 /dev/null discord-token      then paste the token into it
#   docker run -d --init --restart unless-stopped --name kairos \
#     -v kairos-data:/data -v ./discord-token:/run/secrets/discord-token:ro \
#     -e DISCORD_TOKEN_FILE=/run/secrets/discord-token kairos
#   docker run --rm … kairos bot --check     what is missing, and the invite link
#   docker run --rm … kairos deploy          the commands, once, then after each upgrade
#
# `--init` gives the container a first process that passes signals on and buries what is dead.

FROM node:20-bookworm-slim AS build
# Where no prebuilt sqlite3 fits, it is compiled.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml .npmrc ./
COPY packages/core/package.json packages/core/
COPY packages/pdf/package.json packages/pdf/
COPY packages/bot/package.json packages/bot/
COPY scripts/install.mjs scripts/
RUN node scripts/install.mjs
COPY tsconfig.base.json ./
COPY packages packages
RUN cd packages/bot && node ../../node_modules/tsup/dist/cli-default.js
# Once more without what only builds or tests; pnpm keeps the sqlite3 it compiled.
RUN rm -rf node_modules packages/*/node_modules \
  && CI=true npx --yes "$(node -p "require('./package.json').packageManager")" install --prod --frozen-lockfile

FROM node:20-bookworm-slim
ENV NODE_ENV=production KAIROS_DATA=/data KAIROS_HEALTH_PORT=8080
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages/bot/package.json packages/bot/
COPY --from=build /app/packages/bot/node_modules packages/bot/node_modules
COPY --from=build /app/packages/bot/dist packages/bot/dist
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.KAIROS_HEALTH_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=4", "--max-old-space-size=256", "packages/bot/dist/main.js"]
CMD ["bot"]
