"""Moto's S3 server with its authentication on: `s3.py PORT FILE` serves on loopback, and writes the keys of a user
who may use the one bucket into FILE. It ends with the process that started it."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

# Those that follow, which make the user and the bucket, are asked for nothing.
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "4"
os.environ.update(AWS_ACCESS_KEY_ID="none", AWS_SECRET_ACCESS_KEY="none", AWS_DEFAULT_REGION="us-east-1")

import boto3  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}


def main(port: int, file: Path) -> None:
    parent = os.getppid()
    ThreadedMotoServer(ip_address="127.0.0.1", port=port).start()
    endpoint = f"http://127.0.0.1:{port}"
    users = boto3.client("iam", endpoint_url=endpoint)
    users.create_user(UserName="user")
    key = users.create_access_key(UserName="user")["AccessKey"]
    users.put_user_policy(UserName="user", PolicyName="all", PolicyDocument=json.dumps(POLICY))
    boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="bucket")
    unfinished = file.with_suffix(".part")
    unfinished.write_text(f"AWS_ACCESS_KEY_ID={key['AccessKeyId']}\nAWS_SECRET_ACCESS_KEY={key['SecretAccessKey']}\n")
    unfinished.replace(file)
    while os.getppid() == parent:
        time.sleep(0.5)


main(int(sys.argv[1]), Path(sys.argv[2]))
