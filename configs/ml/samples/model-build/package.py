"""Packs the model as SageMaker serves it, and writes what registers it: model.tar.gz, model-url.txt, model-package.json."""

import argparse
import gzip
import hashlib
import io
import json
import os
import pathlib
import sys
import tarfile

HERE = pathlib.Path(__file__).parent


def packed(output):
    """The archive, the same bytes for the same model."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        for source, name in (
            (output / "model.json", "model.json"),
            (HERE / "inference" / "inference.py", "code/inference.py"),
        ):
            content = source.read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return gzip.compress(archive.getvalue(), mtime=0)


def image():
    """The container image that serves the model: INFERENCE_IMAGE, or AWS's own in this region."""
    given = os.environ.get("INFERENCE_IMAGE")
    if given:
        return given
    images = json.loads((HERE / "inference-images.json").read_text(encoding="utf-8"))
    region = os.environ["AWS_REGION"]
    if region not in images["accounts"]:
        sys.exit(f"inference-images.json has no account for {region}: add it, or set INFERENCE_IMAGE")
    return f"{images['accounts'][region]}.dkr.ecr.{region}.amazonaws.com/{images['image']}"


def model_package(url, evaluation):
    formats = {
        "SupportedContentTypes": ["text/csv", "application/json"],
        "SupportedResponseMIMETypes": ["application/json"],
    }
    container = {
        "Image": image(),
        "ModelDataUrl": url,
        "Environment": {
            "SAGEMAKER_PROGRAM": "inference.py",
            "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code",
        },
    }
    return {
        "ModelPackageGroupName": os.environ["MODEL_PACKAGE_GROUP"],
        "ModelPackageDescription": f"Accuracy {evaluation['accuracy']:.3f} on {evaluation['customers']} customers",
        "ModelApprovalStatus": "PendingManualApproval",
        "InferenceSpecification": {
            "Containers": [container],
            "SupportedRealtimeInferenceInstanceTypes": ["ml.m5.large"],
            **formats,
        },
        "CustomerMetadataProperties": {"accuracy": f"{evaluation['accuracy']:.3f}"},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    output = parser.parse_args().output
    archive = packed(output)
    digest = hashlib.sha256(archive).hexdigest()[:16]
    bucket, prefix = os.environ["ARTIFACTS_BUCKET"], os.environ["MODELS_PREFIX"]
    url = f"s3://{bucket}/{prefix}/{digest}/model.tar.gz"
    evaluation = json.loads((output / "evaluation.json").read_text(encoding="utf-8"))
    (output / "model.tar.gz").write_bytes(archive)
    (output / "model-url.txt").write_text(url + "\n", encoding="utf-8")
    package = json.dumps(model_package(url, evaluation), indent=2)
    (output / "model-package.json").write_text(package + "\n", encoding="utf-8")
    print(f"packed {len(archive)} bytes for {url}")


if __name__ == "__main__":
    main()
