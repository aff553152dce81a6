# Crawl and browse in one image; see compose.yaml. The archive lives in /data.
FROM python:3.13-slim

RUN useradd --create-home --uid 1000 archive && mkdir /data && chown archive /data
WORKDIR /app
COPY requirements.lock pyproject.toml README.md LICENSE datasette-metadata.yml scrapy.cfg ./
RUN pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY crawler crawler
COPY archive archive
RUN pip install --no-cache-dir --no-deps .

USER archive
WORKDIR /data
ENV POLICY_ARCHIVE_DB=/data/archive.db POLICY_ARCHIVE_SOURCES=/data/sources PYTHONUNBUFFERED=1
VOLUME /data
ENTRYPOINT ["policy-archive"]
CMD ["--help"]
