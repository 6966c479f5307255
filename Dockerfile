# syntax=docker/dockerfile:1
# Both stages run on this. Any image will do that has Node 20.19 or newer as `node` on its path.
ARG NODE_IMAGE=docker.io/library/node:26-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# What the server reads when it runs (dist/cjs is for other projects), and the empty directory that users mount their own scenario files over.
RUN node scripts/build.mjs --no-types \
 && mkdir -p image/opt/mock-yoti image/scenarios \
 && cp -R bin dist keys openapi.yaml scenarios package.json LICENSE image/opt/mock-yoti/ \
 && rm -rf image/opt/mock-yoti/dist/cjs \
 && find image -name '.*' -type f -delete

FROM ${NODE_IMAGE}
ARG VERSION=0.0.0-local
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG SOURCE=
LABEL org.opencontainers.image.title="mock-yoti" \
      org.opencontainers.image.description="A fake of Yoti's identity-verification API. Not affiliated with Yoti." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"
COPY --from=build /build/image/ /
ENV NODE_ENV=production \
    MOCK_YOTI_HOST=0.0.0.0 \
    MOCK_YOTI_SCENARIOS=/scenarios
# A number, so that Kubernetes can see that it is not root.
USER 65532:65532
EXPOSE 9684
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "/opt/mock-yoti/bin/mock-yoti.js", "health"]
# A small young generation and a slow growth: half of the memory under load, for a start that is 50 ms longer (bench/RESULTS.md).
ENTRYPOINT ["node", "--max-semi-space-size=4", "--heap-growing-percent=50", "/opt/mock-yoti/bin/mock-yoti.js"]
CMD ["serve"]
